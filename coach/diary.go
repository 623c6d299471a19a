package coach

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"

	"uncramp/coach/diary"
)

func diaryPath() string { return filepath.Join(xdg.DataHome, name, "diary.db") }

// opening is how long the diary may take to open.
const opening = 5 * time.Second

func openDiary() (diary.Store, error) {
	ctx, cancel := context.WithTimeout(context.Background(), opening)
	defer cancel()
	d, err := diary.Open(ctx, diaryPath(), time.Now)
	if err != nil {
		return nil, err
	}
	return d, nil
}

func hasDiary() bool {
	_, err := os.Stat(diaryPath())
	return err == nil
}
