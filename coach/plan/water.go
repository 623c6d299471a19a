package plan

import (
	"fmt"

	"uncramp/routines"
)

// Water is the item that is ticked by hand, a glass at a time.
const Water = "water"

// water throughout the day is the articles'; none of them says how much, and
// the number of glasses is ours.
func water() Item {
	hydration := routines.Source{Document: wellness, Heading: "Staying Properly Hydrated"}
	return Item{
		ID: Water, Name: "Glasses of water", Short: "Water",
		Times: 6, Rests: routines.Default, Sources: []routines.Source{hydration, prevention(), atNight()},
	}
}

// Glasses says how many glasses of water there were today, of those that the
// plan asks for.
func Glasses(n int) string {
	if asked := water().Times; n <= asked {
		return fmt.Sprintf("%d of %d glasses today", n, asked)
	}
	return fmt.Sprintf("%d glasses today", n)
}

// Limits says what the number of glasses that the plan asks for is worth, at
// length and then in fewer and fewer words.
func Limits() []string {
	return []string{
		water().worth("our own default; it has no source") + "If you were told to limit fluids, your doctor's word goes.",
		water().worth("our default, no source") + "Fluids limited? Your doctor's word goes.",
		"Your doctor's word goes.",
	}
}

// worth is a sentence that says so of the item's number, where it rests on
// nobody's word but ours.
func (i Item) worth(said string) string {
	if i.Rests != routines.Default {
		return ""
	}
	return fmt.Sprintf("%d is %s. ", i.Times, said)
}
