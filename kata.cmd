@echo off
rem The workbook's own command: kata, from any folder. Builds the tool when it is missing or older than its sources.
rem Exit codes: those of `kata --help`; 2, too, when the tool cannot be built.
setlocal
set "root=%~dp0"
set "folder=%root%harness\cli\bin\Release\net10.0"
set "tool=%folder%\Katas.Harness.Cli.dll"
set "stamp=%folder%\kata.stamp"

where dotnet >nul 2>nul
if errorlevel 1 (
  echo kata needs the .NET 10 SDK, and there is no dotnet in PATH. 1>&2
  echo Get it at https://dotnet.microsoft.com/download/dotnet/10.0, then run kata again. 1>&2
  exit /b 2
)

rem Starting quickly matters more here than running quickly.
set DOTNET_TieredPGO=0
if not exist "%stamp%" goto build
if not exist "%tool%" goto build
set "KATA_STAMP=%stamp%"
dotnet exec "%tool%" %*
rem What the tool exits with when its sources are newer than the stamp: see harness\cli\LauncherStamp.cs.
if not %errorlevel% == 199 exit /b %errorlevel%

:build
set KATA_STAMP=
pushd "%root%"
dotnet --version >nul 2>nul
if errorlevel 1 (
  popd
  echo kata needs the .NET 10 SDK, and this machine has: 1>&2
  dotnet --list-sdks 1>&2
  echo Get it at https://dotnet.microsoft.com/download/dotnet/10.0, then run kata again. 1>&2
  exit /b 2
)
echo Building kata, which happens once and after updates (up to a minute) ... 1>&2
if not exist "%folder%" mkdir "%folder%"
rem The time before the build counts: what is edited meanwhile is newer.
type nul > "%stamp%.new"
dotnet build harness\cli -c Release -nologo -v:quiet -tl:off -nodeReuse:false 1>&2
if errorlevel 1 (
  popd
  echo kata could not be built. The lines above say why. 1>&2
  exit /b 2
)
popd
move /y "%stamp%.new" "%stamp%" >nul
dotnet exec "%tool%" %*
exit /b %errorlevel%
