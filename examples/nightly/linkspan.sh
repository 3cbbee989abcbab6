#!/bin/sh
# linkspan where there is no source tree: in the image, and on machines. Java takes the place of this shell, so that signals reach it, and keeps
# within the memory that the container or the unit has.
exec java -XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError -jar /opt/linkspan/linkspan.jar "$@"
