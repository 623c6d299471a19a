package routines_test

import (
	"slices"

	"uncramp/routines"
)

// rules are what one field asks of another, by the name of the type: as far as a schema
// can say what the check of a routine says.
func (g schemaMaker) rules() map[string][]schema {
	c, _ := routines.Sources() // a test of its own reads them
	var publications []string
	for _, p := range c.Publications {
		publications = append(publications, p.ID)
	}
	turns := []routines.Sides{routines.EachSide, routines.Alternate}
	still := slices.DeleteFunc(turns[0].Choices(), func(s string) bool { return slices.Contains(turns, routines.Sides(s)) })
	return map[string][]schema{
		"Routine": {
			each("prefer", schema{"required": []string{"position"}, "properties": without("prepare", "prompt", "figure")}),
		},
		"Step": {
			{"oneOf": []schema{has("hold"), has("open")}},
			when(has("open"), schema{"properties": plus(without("repeat", "sets", "release", "rest"), "sides", schema{"enum": still})}),
			when(has("change"), schema{"properties": schema{"sides": schema{"enum": turns}}}),
			when(is("sides", routines.Alternate), schema{"properties": without("release", "rest")}),
			{"dependencies": schema{"rest": []string{"repeat"}, "sets": []string{"repeat"}}},
			{"properties": schema{"hold": has("prompt"), "release": has("prompt")}},
			each("not_for", schema{"properties": without("positions")}),
			each("prefer", schema{"properties": without("position")}),
			when(someHas("prefer", "prepare"), has("prepare")),
			when(someHas("prefer", "release"), has("release")),
		},
		"Open":       {has("most")},
		"Onset":      {has("round", "warn", "stop")},
		"Answers":    {has("eased", "same", "worse")},
		"Progress":   {{"anyOf": []schema{has("count"), has("joins")}}},
		"Rule":       {has("for"), {"properties": schema{"for": schema{"minItems": 1}}}},
		"Preference": {has("for"), {"properties": schema{"for": schema{"minItems": 1}}}},
		"Source": {{
			"if":   schema{"required": []string{"document"}, "properties": schema{"document": schema{"enum": publications}}},
			"else": schema{"required": []string{"heading"}, "properties": schema{"heading": schema{"minLength": 1}}},
		}},
	}
}

// has wants some fields.
func has(fields ...string) schema { return schema{"required": fields} }

// is holds where a field has a value.
func is(field string, value any) schema {
	return schema{"required": []string{field}, "properties": schema{field: schema{"const": value}}}
}

// when wants something where something else holds.
func when(holds, wanted schema) schema { return schema{"if": holds, "then": wanted} }

// without are properties that may not be there.
func without(fields ...string) schema {
	s := schema{}
	for _, f := range fields {
		s[f] = false
	}
	return s
}

func plus(s schema, field string, v any) schema {
	s[field] = v
	return s
}

// each holds the entries of a list to something.
func each(list string, s schema) schema {
	return schema{"properties": schema{list: schema{"items": s}}}
}

// someHas holds where an entry of a list has a field.
func someHas(list, field string) schema {
	return schema{"required": []string{list}, "properties": schema{list: schema{"contains": has(field)}}}
}
