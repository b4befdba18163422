"""What a worker may use. Plain data: nothing here touches the system.

A worker needs to compute, to read and write one channel, to start threads, and to read the standard library. Everything
else is refused. How much it may use of what is allowed: `sim.limits`.
"""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from pathlib import Path

# System calls that are refused with EPERM, by what they would allow.
REFUSED_CALLS = frozenset(
    # start programs and processes
    "execve execveat fork vfork "
    # look into other processes, or disturb them
    "ptrace process_vm_readv process_vm_writev kcmp pidfd_open pidfd_getfd pidfd_send_signal process_madvise "
    "process_mrelease kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo setsid setpgid "
    # reach the network, or pass descriptors
    "socket connect bind listen accept accept4 sendto sendmsg sendmmsg recvmsg recvmmsg "
    # change what the file system looks like
    "mount umount2 move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr pivot_root chroot unshare setns "
    # rules of its own, on top of these, or in the set that the warm parent keeps for the next worker
    "seccomp landlock_create_ruleset landlock_add_rule landlock_restrict_self "
    # large parts of the kernel that nothing here needs
    "bpf perf_event_open userfaultfd io_uring_setup io_uring_enter io_uring_register keyctl add_key request_key "
    # memory, queues and semaphores that outlive a process
    "shmget shmat shmctl shmdt msgget msgsnd msgrcv msgctl semget semop semtimedop semctl mq_open mq_unlink "
    # the administrator's
    "open_by_handle_at name_to_handle_at personality init_module finit_module delete_module reboot swapon swapoff "
    "kexec_load kexec_file_load acct quotactl quotactl_fd syslog iopl ioperm modify_ldt clock_settime clock_adjtime "
    "adjtimex settimeofday sethostname setdomainname vhangup lookup_dcookie nfsservctl "
    # limits and priorities, its own and those of others
    "setrlimit setpriority sched_setaffinity sched_setscheduler sched_setparam sched_setattr ioprio_set "
    "migrate_pages move_pages mbind set_mempolicy "
    # change files that it could not open
    "chmod fchmod fchmodat chown fchown lchown fchownat utime utimes futimesat utimensat setxattr lsetxattr fsetxattr "
    "removexattr lremovexattr fremovexattr truncate rename renameat renameat2 link linkat symlink symlinkat unlink "
    "unlinkat mkdir mkdirat rmdir mknod mknodat creat fallocate chdir fchdir "
    # become somebody else
    "setuid setgid setreuid setregid setresuid setresgid setfsuid setfsgid setgroups capset "
    # files without a name, and watching files
    "memfd_create memfd_secret fanotify_init fanotify_mark inotify_init inotify_init1".split()
)
# Refused as if the kernel did not have it: the C library then uses clone, whose flags a filter can see.
ABSENT_CALLS = frozenset({"clone3"})

CLONE_THREAD = 0x10000  # clone: a thread, not a process
PRCTL_ALLOWED = (15, 16)  # prctl: PR_SET_NAME and PR_GET_NAME, which threads use
IOCTL_REFUSED = (0x5412, 0x541C)  # ioctl: TIOCSTI and TIOCLINUX, typing into the terminal
FCNTL_REFUSED = (8, 10, 15)  # fcntl: F_SETOWN, F_SETSIG and F_SETOWN_EX, signals to others

_NOT_THE_LIBRARY = frozenset(
    {"site-packages", "dist-packages", "__pycache__", "ensurepip", "idlelib", "test", "turtledemo"}
)
# Shared libraries that modules of the standard library load (Debian's and Ubuntu's places: nothing else is in them).
LIBRARIES = ("/lib/{multiarch}", "/usr/lib/{multiarch}")
LIBRARY_INDEX = "/etc/ld.so.cache"
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
ZONES = "/usr/share/zoneinfo"


def readable_paths() -> Iterator[Path]:
    """The files and folders that a worker may read.

    The standard library is listed child by child, without site-packages: a rule for a folder holds for all
    that is in it, and the kernel knows no exceptions.
    """
    for key in ("stdlib", "platstdlib"):
        folder = Path(sysconfig.get_path(key))
        if folder.is_dir():
            yield from (child for child in sorted(folder.iterdir()) if child.name not in _NOT_THE_LIBRARY)
    yield from (Path(device) for device in DEVICES)
    yield Path(ZONES)
    multiarch = sysconfig.get_config_var("MULTIARCH")
    if multiarch:
        yield from (Path(folder.format(multiarch=multiarch)) for folder in LIBRARIES)
        yield Path(LIBRARY_INDEX)
