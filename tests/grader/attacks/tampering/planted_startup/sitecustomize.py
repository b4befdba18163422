import pathlib
import sys

sys.overlap_attack = True
pathlib.Path("@CANARY_DIR@/start-up @MARK@").touch()
