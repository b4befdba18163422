"""A file in the folder of the submission, and one where the judge works
stopped by: landlock box
reasons: assertion load
"""

for path in ("@FOLDER@/@MARK@", "@MARK@", "@KIT@/@MARK@", "@PROJECT@/@MARK@"):
    try:
        open(path, "w").write("rain")
    except OSError:
        pass


async def reports(ask, stations):
    return []
