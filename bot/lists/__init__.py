"""Lists of people as files: bytes of any spreadsheet become rows of what was written, within limits.

`reading.read_list` is the door. The file is opened in a child process (`child`), which has a little memory and a little
time: whatever the file hides, the program goes on. What columns mean is not known here (handlers/people/lists).
"""
