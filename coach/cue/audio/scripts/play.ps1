$ErrorActionPreference = 'Stop'
$wav = New-Object IO.MemoryStream
[Console]::OpenStandardInput().CopyTo($wav)
$wav.Position = 0
(New-Object Media.SoundPlayer $wav).PlaySync()
