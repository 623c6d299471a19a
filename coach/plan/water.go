package plan

import "uncramp/routines"

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
