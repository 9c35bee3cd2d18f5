# value
