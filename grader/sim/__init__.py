"""Two sides, one virtual clock: everything that needs no process to be tested.

A judge and a worker are joined by one channel and never run at the same time. Read in this order: ``clock`` (time is an
integer), ``schedule`` and ``loop`` (an asyncio loop whose time is given to it), ``messages`` and ``wire``
(what crosses), ``values`` and ``standins`` (how objects cross), ``peer`` (calls over the border),
``lockstep`` (who runs next).
"""
