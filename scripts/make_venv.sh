#!/bin/sh
# Makes the virtual environment, or says in one sentence what is missing. Usage: make_venv.sh PYTHON FOLDER
set -eu
python=$1
folder=$2

if ! command -v "$python" >/dev/null 2>&1; then
    echo "Porte-voix needs Python 3.11 or newer, and \"$python\" was not found. Name another: make PYTHON=/path/to/python3" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Porte-voix needs Python 3.11 or newer; \"$python\" is $("$python" -V 2>&1). Name another: make PYTHON=python3.12" >&2
    exit 1
fi
if [ -x "$folder/bin/python" ] && "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "Python's venv module is not installed; on Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
fi
echo "Making $folder with $("$python" -V)..."
"$python" -m venv "$folder"
