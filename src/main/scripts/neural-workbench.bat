@echo off
rem Starts Neural Workbench: its window without arguments or with files, its command line otherwise.
setlocal
set "java="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for %%j in (java.exe) do if not defined java call :try "%%~$PATH:j"
for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined java call :try "%%~d\bin\java.exe"
if not defined java (
  echo Neural Workbench needs Java 25 or newer: install it, or set JAVA_HOME to where it is. 1>&2
  exit /b 1
)
set "remembered="
if exist "%~dp0..\lib\neural-workbench.aot" set remembered="-XX:AOTCache=%~dp0..\lib\neural-workbench.aot"
"%java%" "@%~dp0java-options" %remembered% --enable-native-access=javafx.graphics,dev.neuralworkbench --add-exports=javafx.graphics/com.sun.javafx.text=dev.neuralworkbench --module-path "%~dp0..\lib" --module dev.neuralworkbench/dev.neuralworkbench.app.Main %*
exit /b %errorlevel%

rem Sets java to the command given if it is of version 25 or newer.
:try
if not exist "%~1" exit /b
for /f "tokens=3" %%v in ('""%~1" -version 2^>^&1" ^| findstr /c:" version "') do for /f "tokens=1 delims=." %%m in ("%%~v") do if %%m geq 25 set "java=%~1"
exit /b
