package remind

import (
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

func TestAReminderKnowsTheFoldersThatAreElsewhere(t *testing.T) {
	root := t.TempDir()
	set := map[string]string{"XDG_DATA_HOME": root, "XDG_CONFIG_HOME": "relative", "XDG_CACHE_HOME": "", "XDG_STATE_HOME": root + "/s"}
	want := []Variable{{"XDG_DATA_HOME", root}, {"XDG_STATE_HOME", root + "/s"}}
	if got := folders("linux", func(name string) string { return set[name] }); !reflect.DeepEqual(got, want) {
		t.Errorf("they are %v, want %v", got, want)
	}
}

// TestOnAPhoneCronIsToldOfItsPrograms, as it may look in Android's own folders alone.
func TestOnAPhoneCronIsToldOfItsPrograms(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a phone's folders are no whole paths there")
	}
	getenv := func(name string) string {
		return map[string]string{"PATH": "/data/data/com.termux/files/usr/bin"}[name]
	}
	h := Host{System: "android", Folders: folders("android", getenv)}
	h.Find = func(program string) (string, error) {
		if program == "crontab" || program == "systemctl" {
			return "/bin/" + program, nil
		}
		return "", exec.ErrNotFound
	}
	h.Run = func(context.Context, Command) ([]byte, error) { return nil, nil }
	s, err := h.Scheduler(t.Context())
	must(t, err)
	p, err := s.Set(t.Context(), reminder(t, "bedtime", "22:30", ""), "/home/uncramp")
	must(t, err)
	if want := "30 22 * * * PATH='/data/data/com.termux/files/usr/bin' '/home/uncramp' remind show bedtime\n"; !strings.Contains(p.String(), want) {
		t.Errorf("it is\n%s", p)
	}
}

func TestABusIsFoundByItsAddress(t *testing.T) {
	for address, want := range map[string]string{
		"": "", "unix:path=/run/user/1000/bus": "/run/user/1000/bus", "unix:path=/tmp/dbus-x,guid=0123": "/tmp/dbus-x",
		"unix:path=/a;tcp:host=h,port=1": "/a", "unix:abstract=/tmp/dbus-x": "", "tcp:host=h,port=1": "",
	} {
		if got := busPath(address); got != want && socket(got) != want {
			t.Errorf("%q names %q, want %q", address, got, want)
		}
	}
	if runtime.GOOS == "windows" {
		return
	}
	folder, err := os.MkdirTemp("", "bus") //nolint:usetesting // a socket's path may have a hundred characters
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	path := filepath.Join(folder, "bus")
	l, err := net.Listen("unix", path)
	must(t, err)
	defer l.Close()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+path)
	if h := ThisHost("config", "home"); h.Bus != path && !strings.HasPrefix(h.Bus, "/run/user/") {
		t.Errorf("the bus is %q, want %q", h.Bus, path)
	}
}

func TestWhatAReminderWillLackIsSaid(t *testing.T) {
	elsewhere := []Variable{{"XDG_DATA_HOME", "/mnt"}}
	for _, tt := range []struct {
		host, bus string
		folders   []Variable
		says      string
	}{
		{"crontab", "", nil, ""}, {"systemd", "", elsewhere, ""}, {"launchd", "", elsewhere, ""}, {"schtasks", "", nil, ""},
		{"schtasks", "", elsewhere, "XDG_DATA_HOME"},
	} {
		m := newRig(t, tt.host)
		m.Bus, m.Folders = tt.bus, tt.folders
		if err := m.Missing(m.scheduler(t)); (err == nil) != (tt.says == "") || err != nil && !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v", tt.host, err)
		}
	}
	phone := Host{System: "android"}
	if err := phone.Missing(crontab{}); err == nil || !strings.Contains(err.Error(), "crond") {
		t.Errorf("cron on a phone: %v", err)
	}
	m := Host{System: "linux"}
	if err := m.Missing(crontab{}); err == nil || !strings.Contains(err.Error(), "no bus") {
		t.Errorf("cron without a bus: %v", err)
	}
}

func TestAFolderThatCannotBeToldIsRefused(t *testing.T) {
	for host := range hosts {
		m := newRig(t, host)
		m.Folders = []Variable{{"XDG_DATA_HOME", "/mnt/a\nb"}}
		_, err := m.scheduler(t).Set(t.Context(), reminder(t, "bedtime", "22:30", ""), "/usr/bin/uncramp")
		if host != "schtasks" && (err == nil || !strings.Contains(err.Error(), "XDG_DATA_HOME")) {
			t.Errorf("%s: %v", host, err)
		}
	}
}
