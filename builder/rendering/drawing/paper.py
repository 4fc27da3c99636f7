"""The paper of every chart, in drawing units."""

WIDTH = 400
# The mean width of a letter of a chart, in drawing units.
LABEL_WIDTH = 7.6
