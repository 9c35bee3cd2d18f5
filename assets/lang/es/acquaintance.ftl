# Quién de los nuestros conoce a quién de los suyos.
acquaintance-title = Quién conoce a quién
acquaintance-count = { $theirs } de los suyos, { $ours } de los nuestros
acquaintance-nobody = Aún no hay nadie: da de alta primero a las personas de la cuenta.
acquaintance-none = Ningún colega aparece aún en una conversación. Nómbralos al anotar: «llamada ana ruiz pau font: precios».
acquaintance-unknown = Nadie del equipo los conoce
acquaintance-head-theirs = Nombre
acquaintance-head-account = Cuenta
acquaintance-head-weight = Peso
acquaintance-cli = Quién de nuestro equipo conoce a quién, con el último contacto
acquaintance-cli-account = Solo personas de esta cuenta
acquaintance-cli-more = Cada fila es uno de los suyos y cada columna uno de los nuestros; un punto es «nunca». Abajo, a quienes nadie del equipo conoce.
acquaintance-all = Todas las cuentas
