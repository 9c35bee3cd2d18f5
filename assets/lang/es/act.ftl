# act
act-arranged = Cambio de sitio: { $name }
