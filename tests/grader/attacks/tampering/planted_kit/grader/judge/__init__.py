import pathlib

pathlib.Path("@CANARY_DIR@/package @MARK@").touch()
