# Qué reconoció una importación, dicho una vez guardada.
dedupe-title = Reconocido en la importación
dedupe-twice = Quizá están ahora dos veces en el libro
dedupe-alike = Nuevos, aunque el libro ya tiene uno con ese nombre
dedupe-known = Ya conocidos
dedupe-by = { $kinds }: { $count } ({ $why })
dedupe-more = … y { $count } más
dedupe-none = No se reconoció nada: no se ha importado ningún fichero desde que se abrió cartera, o el libro no conocía nada de ello
dedupe-undo = deshacer
dedupe-merge-hint = cartera person merge hace de dos uno; cartera person duplicates --apart dice que son dos
