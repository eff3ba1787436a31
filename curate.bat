@echo off
rem Opens the dashboard with the page for curators, on this machine only: curate.bat [PORT=8502] [DATA=D:\tables]
setlocal
for /f "tokens=2 delims=:" %%C in ('chcp') do set "WAS=%%C"
chcp 65001 >nul
pushd "%~dp0"
call windows\prepare.bat %*
if not "%ERRORLEVEL%"=="0" goto end
if not defined PORT set "PORT=8502"
set "ADDRESS=127.0.0.1"
set "CURATE=1"
"%BIN%\python.exe" -m streamlit run dashboard.py --server.port %PORT% --server.address %ADDRESS% --server.headless false
:end
set "STATUS=%ERRORLEVEL%"
popd
if defined WAS chcp %WAS% >nul
rem A window that a double click opened stays until it is read.
set "LINE=%CMDCMDLINE:"=%"
if /i not "%LINE:/c=%"=="%LINE%" pause
exit /b %STATUS%
