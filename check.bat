@echo off
rem Names every fault of the tables, exit status 0 or 1: check.bat [DATA=D:\tables] [--language en]
setlocal
for /f "tokens=2 delims=:" %%C in ('chcp') do set "WAS=%%C"
chcp 65001 >nul
pushd "%~dp0"
call windows\prepare.bat %*
if not "%ERRORLEVEL%"=="0" goto end
"%BIN%\python.exe" -m industry check %REST%
:end
set "STATUS=%ERRORLEVEL%"
popd
if defined WAS chcp %WAS% >nul
rem A window that a double click opened stays until it is read.
set "LINE=%CMDCMDLINE:"=%"
if /i not "%LINE:/c=%"=="%LINE%" pause
exit /b %STATUS%
