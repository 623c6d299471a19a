package routines_test

import (
	"reflect"
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
	var moves, counted []string
	for _, m := range routines.Moves() {
		moves = append(moves, m.ID)
		if m.Counted {
			counted = append(counted, m.ID)
		}
	}
	turns := []routines.Sides{routines.EachSide, routines.Alternate}
	still := slices.DeleteFunc(turns[0].Choices(), func(s string) bool { return slices.Contains(turns, routines.Sides(s)) })
	return map[string][]schema{
		"Routine": {
			each("prefer", schema{"required": []string{"position"}, "properties": without("prepare", "prompt", "figure")}),
		},
		"Step": {
			{"properties": schema{"move": schema{"enum": moves}}},
			{"not": both(part("hold"), part("open"))},
			when(part("open"), schema{"properties": plus(without("repeat", "sets", "release", "rest"), "sides", schema{"enum": still})}),
			when(part("change"), schema{"properties": schema{"sides": schema{"enum": turns}}}),
			when(is("sides", routines.Alternate), schema{"properties": without("rest")}),
			when(both(is("sides", routines.Alternate), schema{"properties": schema{"move": schema{"not": schema{"enum": counted}}}}),
				schema{"properties": without("release")}),
			{"dependencies": schema{"rest": []string{"repeat"}, "sets": []string{"repeat"}}},
			each("not_for", schema{"properties": without("positions")}),
			each("prefer", schema{"properties": without("position")}),
			{"if": has("move"), "else": g.withoutMove()},
		},
		"Open":       {has("most")},
		"Onset":      {has("round", "warn", "stop")},
		"Answers":    {has("eased", "same", "worse")},
		"Progress":   {{"anyOf": []schema{has("count"), has("sets"), has("joins")}}},
		"Rule":       {has("for"), {"properties": schema{"for": schema{"minItems": 1}}}},
		"Preference": {has("for"), {"properties": schema{"for": schema{"minItems": 1}}}},
		"Source": {{
			"if":   schema{"required": []string{"document"}, "properties": schema{"document": schema{"enum": publications}}},
			"else": schema{"required": []string{"heading"}, "properties": schema{"heading": schema{"minLength": 1}}},
		}},
	}
}

// withoutMove is what a step needs that names no move.
func (g schemaMaker) withoutMove() schema {
	parts := schema{}
	for f := range fieldsOf(reflect.TypeFor[routines.Step]()) {
		if f.Type.Kind() == reflect.Pointer && g.given["Step."+f.Name] {
			parts[yamlName(f)] = plus(has(g.ownDemands(f.Type.Elem())...), "type", "object")
		}
	}
	return plus(has(g.ownDemands(reflect.TypeFor[routines.Step]())...), "allOf", []schema{
		{"properties": parts},
		{"anyOf": []schema{has("hold"), has("open")}},
		{"properties": schema{"hold": has("prompt"), "release": has("prompt")}},
		when(someHas("prefer", "prepare"), has("prepare")),
		when(someHas("prefer", "release"), has("release")),
	})
}

// part holds where a part is written, and not taken out.
func part(field string) schema {
	return plus(has(field), "properties", schema{field: schema{"type": "object"}})
}

// both hold.
func both(a, b schema) schema { return schema{"allOf": []schema{a, b}} }

// has wants some fields.
func has(fields ...string) schema { return schema{"required": fields} }

// is holds where a field has a value.
func is(field string, value any) schema {
	return schema{"required": []string{field}, "properties": schema{field: schema{"const": value}}}
}

// when wants something where something else holds.
func when(holds, wanted schema) schema { return schema{"if": holds, "then": wanted} }

// without are properties that may not be there, or are taken out.
func without(fields ...string) schema {
	s := schema{}
	for _, f := range fields {
		s[f] = schema{"const": "none"}
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
