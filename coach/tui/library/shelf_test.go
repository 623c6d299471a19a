package library

import (
	"testing"

	cards "uncramp/coach/library"
	"uncramp/routines"
)

func say(sentences ...string) cards.Block { return cards.Block{Say: sentences} }

func from(b cards.Block, document, heading string) cards.Block {
	b.Sources = append(b.Sources, routines.Source{Document: document, Heading: heading})
	return b
}

// small is a made-up shelf: long names and short ones, causes and others, cards
// with links and without, one that fills several pages.
func small() cards.Library {
	const spine, joint, pain = "irvine-spine", "muscle-joint", "wellness-pain"
	groups := []struct {
		name  string
		cards []cards.Card
	}{
		{"What a cramp is", []cards.Card{
			{ID: "cramp", Name: "What a cramp is", Summary: "A muscle tightens by itself, hard and suddenly, and does not let go at once.",
				Words:  []string{"charley horse", "spasm"},
				Blocks: []cards.Block{from(say("It lasts from seconds to minutes.", "The muscle can stay sore for a day."), pain, "What Are Leg Muscle Cramps?")},
				See:    []string{"strikes", "flags"}},
			{ID: "risk", Name: "Who is most at risk", Summary: "Age, pregnancy, hard training and long standing make cramps more likely.",
				Blocks: []cards.Block{from(say("Nobody is safe from them."), pain, "Who Is Most at Risk for Leg Muscle Cramps?")}},
		}},
		{"Causes", []cards.Card{
			{ID: "fluid", Name: "Too little to drink", Summary: "Muscles that lack water tire sooner, and may cramp more easily.", Cause: "I often drink too little, or sweat a lot",
				Words: []string{"dehydration", "thirst"},
				Blocks: []cards.Block{
					from(from(say("With sweat go water and salts.", "Both are needed where a nerve tells a muscle to let go again."), pain, "Dehydration and Electrolyte Imbalance"), joint, "Hydration and mineral balance play a"),
					from(cards.Block{Head: "What you can do", Say: []string{"Small amounts through the day do more than a litre at night."}, Points: []string{
						"Keep a bottle where you work.",
						"Drink before you are thirsty, and more in the heat, with a fever or after hard exercise.",
						"Pale urine tells that it was enough.",
					}}, pain, "Staying Properly Hydrated"),
					from(cards.Block{Head: "Where the articles differ", Say: []string{"One names water alone, another adds drinks with salts.", "In trials neither stopped cramps for certain."}}, spine, "Prevention Techniques for Muscle Cramps"),
				},
				Routines: []string{"bedtime", "warmup"}, See: []string{"magnesium", "drinks"}},
			{ID: "sitting", Name: "Long sitting, standing or an odd posture", Summary: "A muscle that is kept short or still for hours may cramp when it moves at last.", Cause: "I sit or stand for hours, or sleep with pointed toes",
				Blocks: []cards.Block{from(say("Get up now and then."), pain, "Prolonged Sitting, Standing, or Sleeping Positions")}, Routines: []string{"desk"}},
			{ID: "exercise", Name: "Hard exercise", Summary: "A tired muscle cramps more easily.", Cause: "I train hard, or more than I am used to",
				Blocks: []cards.Block{from(say("Build up slowly."), pain, "Overuse of Muscles During Exercise")}, Routines: []string{"warmup", "cooldown"}},
			{ID: "medicine", Name: "Medicines", Summary: "Water tablets, statins and some others are named. Never stop one unadvised.", Cause: "I take medicines every day",
				Blocks: []cards.Block{from(say("Ask who prescribed it."), pain, "Medication Side Effects That Trigger Cramps")}},
		}},
		{"Food and drink", []cards.Card{
			{ID: "magnesium", Name: "Magnesium", Summary: "It helps muscles to let go; tablets did little for cramps in trials.", Cause: "I eat few greens, nuts or beans",
				Words:  []string{"mineral", "banana"},
				Blocks: []cards.Block{from(cards.Block{Head: "Where it is", Points: []string{"Spinach", "Pumpkin seeds", "Black beans"}}, pain, "Nutrition Tips to Support Muscle Health")},
				See:    []string{"fluid"}},
			{ID: "drinks", Name: "Drinks that are said to help", Summary: "Water first; pickle juice is a story with little behind it.",
				Blocks: []cards.Block{from(say("Alcohol and coffee take water away."), pain, "What drink stops leg cramps?")}},
		}},
		{"When it strikes", []cards.Card{
			{ID: "strikes", Name: "What to do at once", Summary: "Stop, breathe, and bring the toes gently to the shin.",
				Blocks: []cards.Block{from(say("Rub the muscle once it lets go."), pain, "How can I stop cramps in my legs?")}, Routines: []string{"ease"}},
			{ID: "heat", Name: "Warmth and cold", Summary: "Warmth loosens a tight muscle; cold eases one that is sore.",
				Blocks: []cards.Block{from(say("Never on numb skin."), joint, "When a cramp does happen, simple")}, Routines: []string{"heat", "ice"}},
		}},
		{"When to see a doctor", []cards.Card{
			{ID: "flags", Name: "Red flags", Summary: "Swelling, heat, redness or numbness in one leg is no matter for a stretch.",
				Blocks: []cards.Block{from(say("Get help the same day."), joint, "Disclaimer")}},
			{ID: "visit", Name: "What happens there", Summary: "Questions, a look at the leg, and maybe a test of the blood.",
				Blocks: []cards.Block{from(say("Bring the report of your diary."), pain, "When Should You See a Doctor About Leg Muscle Cramps?")}},
		}},
	}
	var s cards.Library
	for _, g := range groups {
		group := cards.Group{Name: g.name}
		for _, c := range g.cards {
			c.Group = g.name
			group.Cards = append(group.Cards, c.ID)
			s.Cards = append(s.Cards, c)
		}
		s.Groups = append(s.Groups, group)
	}
	return s
}

// named dresses a screen with the words it is given from outside.
func named(t testing.TB, m Model) Model {
	t.Helper()
	sources, err := routines.Sources()
	if err != nil {
		t.Fatal(err)
	}
	return m.withSources(sources).withNames(map[string]string{
		"bedtime": "Bedtime stretch", "warmup": "Warm-up", "cooldown": "Cool-down", "desk": "Desk break", "ease": "Ease the cramp", "heat": "Heat", "ice": "Ice for soreness",
	})
}
