# act
act-arranged = Moved: { $name }
