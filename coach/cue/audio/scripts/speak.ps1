$ErrorActionPreference = 'Stop'
$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)
$file = $in.ReadLine()
$rate = [int]$in.ReadLine()
$speaker = $in.ReadLine()
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$voice.Rate = $rate
if ($speaker) { $voice.SelectVoice($speaker) }
$voice.SetOutputToWaveFile($file)
$voice.Speak($in.ReadToEnd())
$voice.Dispose()
