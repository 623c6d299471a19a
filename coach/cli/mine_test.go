package cli

import (
	"context"
	"slices"
	"testing"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/triage"
)

// merging is a diary that counts what is written at once.
type merging struct {
	*diary.Memory
	batches *[]record.Batch
}

func (m merging) Merge(ctx context.Context, b record.Batch) (int, error) {
	*m.batches = append(*m.batches, b)
	return m.Memory.Merge(ctx, b)
}

// TestTicksAreWrittenAtOnce, however many: one opening, one commit.
func TestTicksAreWrittenAtOnce(t *testing.T) {
	r := newReader(triage.Finding{}, "shoes")
	var batches []record.Batch
	opened := 0
	r.Diary = func() (diary.Store, error) {
		opened++
		return merging{r.diary, &batches}, nil
	}
	_ = r.mustLearn(t, "--tick", "fluid", "--tick", "fluid", "--untick", "shoes")
	if opened != 2 || len(batches) != 1 || len(batches[0].Tallies) != 3 { // the second opening reads the list
		t.Errorf("it was opened %d times, and written %d times: %+v", opened, len(batches), batches)
	}
	if got := r.ticked(t); !slices.Equal(got, []string{"fluid"}) {
		t.Errorf("%q are ticked", got)
	}
	batches = nil
	_ = r.mustLearn(t, "--mine")
	if len(batches) != 0 {
		t.Errorf("looking at the list writes %+v", batches)
	}
}
