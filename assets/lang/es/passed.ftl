# Lo previsto que ya ha pasado: ¿se celebró?
passed-title = ¿Se celebraron? · { $count }
passed-held = celebrada
passed-dropped = no hubo
passed-left = más tarde
passed-turn = otra
passed-turn-all = todas
passed-tell = contar
passed-save = guardar
passed-sum = { $held } celebradas · { $dropped } que no hubo: se quitan · { $left } para más tarde
passed-none = Nada de lo previsto espera confirmación
