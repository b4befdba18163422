import pathlib

pathlib.Path("@CANARY_DIR@/plugin @MARK@").touch()
