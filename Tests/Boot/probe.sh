# Whether a container boots here at all.
echo booted
