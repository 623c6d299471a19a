package diary

import (
	"slices"
	"syscall"
)

// networkDisks are the disks, by the numbers that Linux has for them, that other
// machines may share or that can't share memory between processes for certain:
// NFS, SMB in three versions, 9P, AFS, Ceph, OCFS2, GFS2, FUSE, and the folders of
// VirtualBox.
var networkDisks = []uint32{
	0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x00c36400, 0x7461636f, 0x01161970, 0x65735546, 0x786f4256,
}

// onNetwork reports whether a folder lies on such a disk.
func onNetwork(folder string) bool {
	var disk syscall.Statfs_t
	return syscall.Statfs(folder, &disk) == nil && slices.Contains(networkDisks, uint32(disk.Type))
}
