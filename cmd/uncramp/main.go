// Command uncramp leads through stretches and relief for leg cramps.
package main

import (
	"os"

	"uncramp/coach"
)

func main() { os.Exit(coach.Main(os.Args[1:])) }
