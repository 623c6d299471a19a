package figure

import "uncramp/coach/yamlfile"

// What a person is told about a figure of her own.
var (
	badCrop = yamlfile.Message{
		Problem: "shows nothing", Remedy: "write left, bottom, right and top, the latter %d more than the former at least",
	}
	likeItself = yamlfile.Message{
		Problem: "%.40q leads back to this figure, or on too long", Remedy: "take it out, or name a built-in figure",
	}
	noFigure = yamlfile.Message{
		Problem: "is %.40q, which is no figure", Remedy: "name one that uncramp routine figure lists, or take it out",
	}

	builtinName = yamlfile.Message{Problem: "a built-in figure is called %s", Remedy: "rename the file, such as my-%[1]s.yaml"}
	otherName   = yamlfile.Message{Problem: "its name is not that of a figure", Remedy: "rename it %s.yaml"}
	noName      = yamlfile.Message{Problem: "its name is not that of a figure",
		Remedy: "write a word of lower-case letters, digits and hyphens before .yaml, 32 at most"}
)
