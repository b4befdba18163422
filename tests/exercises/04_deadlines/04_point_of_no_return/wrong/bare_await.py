"""An await passes a cancellation on to what it waits for. So the customer's "cancel" goes straight into the
charge, and tears it apart. What keeps it away?
"""


async def pay(charge, record, order):
    receipt = await charge(order)
    record(order, receipt)
    return receipt
