from small_kit import said

def test_x(run):
    for _ in range(20):
        report=run("async def run(say): say(1)")
    assert said(report)==[1]
    assert report.verdict.status=="passed"
def test_y(run_plain):
    report=run_plain("def run(say): say(1)")
    assert said(report)==[1], report
