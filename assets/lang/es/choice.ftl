# choice
