@echo off
rem What run.bat, check.bat and curate.bat begin with, in the program's folder: NAME=VALUE of their arguments becomes the
rem environment's, the others are in REST; .venv is made where it is missing or behind requirements.lock. Exit status 1 where
rem that fails, told.
set "REST="

:next
if "%~1"=="" goto told
set "NAME="
set "VALUE="
for /f "tokens=1* delims==" %%A in ("%~1") do (
  set "NAME=%%A"
  set "VALUE=%%B"
)
for %%N in (DATA DOCUMENTS PORT ADDRESS PYTHON BUNDLE) do if /i "%NAME%"=="%%N" goto named
set REST=%REST% %1
shift
goto next

rem cmd takes the = of PORT=8600 for a space, but not that of "DATA=D:\my tables".
:named
if defined VALUE goto valued
set "VALUE=%~2"
shift
:valued
set "%NAME%=%VALUE%"
shift
goto next

:told
set "PYTHONUTF8=1"
set "BIN=.venv\Scripts"

rem The environment is ready when its stamp says what requirements.lock says, not when its folder exists.
if not exist "%BIN%\python.exe" goto make
"%BIN%\python.exe" -c "import filecmp, sys; sys.exit(not filecmp.cmp('requirements.lock', '.venv/.ready', False))" >nul 2>nul
if "%ERRORLEVEL%"=="0" exit /b 0
"%BIN%\python.exe" -m pip --version >nul 2>nul
if "%ERRORLEVEL%"=="0" goto install

:make
set "FOUND="
if defined PYTHON call :try "%PYTHON%"
for %%P in ("py -3.11" "py -3" "python") do if not defined FOUND call :try %%~P
if not defined FOUND goto missing
%FOUND% -m venv --clear .venv
if not "%ERRORLEVEL%"=="0" goto unmade

:install
"%BIN%\python.exe" setup\packages.py requirements.lock
if not "%ERRORLEVEL%"=="0" exit /b 1
copy /y requirements.lock .venv\.ready >nul
exit /b 0

:try
%* -c "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11) or sys.maxsize < 2**32)" >nul 2>nul
if "%ERRORLEVEL%"=="0" set FOUND=%*
exit /b 0

:missing
echo 需要 Python 3.11 或更高版本。 Python 3.11 or later is needed.
echo 请从 https://www.python.org/downloads/windows/ 下载 64 位安装程序，安装时勾选“Add python.exe to PATH”，然后再试；内网机器请管理员安装。
echo Get the 64-bit installer from https://www.python.org/downloads/windows/, tick "Add python.exe to PATH", then try again.
exit /b 1

:unmade
echo 没能建立 .venv 文件夹：请确认程序所在的文件夹可以写入，磁盘还有 1 GB 空间，然后再试。
echo The folder .venv could not be made: see that the program's folder can be written and 1 GB of disk is free, then try again.
exit /b 1
