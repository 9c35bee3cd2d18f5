# Papers to be handed out: what every one of them says besides its blocks.
paper-contents = Contenido
