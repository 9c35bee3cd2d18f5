# Importación: qué se hace con cada registro de un fichero, y por qué.
import-create = crear
import-merge = completar
import-same = nada nuevo
import-refuse = rechazado
import-skip = descartado
import-fields = añade { $fields }
import-summary = Por crear: { $create } · por completar: { $merge } · sin novedad: { $same } · rechazados: { $refuse }{ $skip ->
    [0] {""}
   *[other] {" "}· descartados: { $skip }
}

# Qué se ha entendido de un fichero.
import-file-vcard = { $file }: vCard ({ $encoding })
import-file-json = { $file }: libro en JSON ({ $encoding })
import-file-csv = { $file }: CSV ({ $encoding }), en cada fila: { $kind }; columnas sin usar: { $unknown ->
    [none] ninguna
   *[other] { $unknown }
}

import-file-sheet = { $file }: hoja de cálculo, en cada fila: { $kind }; columnas sin usar: { $unknown ->
    [none] ninguna
   *[other] { $unknown }
}

# Ficheros que no se pueden leer.
import-file-missing = No existe ese fichero
import-file-denied = No tienes permiso para leer este fichero
import-file-folder = Es una carpeta: indica los ficheros que contiene
import-file-broken = No se puede leer el fichero: { $error }
import-file-long = El fichero pasa de 512 MB
import-empty = El fichero está vacío
import-is-book = Es un libro de cartera: ábrelo con --file o recupéralo con restore
import-unknown-format = No es nada de lo que lee cartera: vCard, CSV, XLSX, ODS, iCalendar, correo, un libro en JSON
import-json-foreign = Este JSON no es un libro exportado por cartera
import-json-newer = Este libro lo exportó una versión más nueva de cartera (formato { $version }): actualiza cartera primero

# Ficheros de cifras.
import-file-figures = { $file }{ $sheet ->
    [none] {""}
   *[other] , hoja «{ $sheet }»
}: cifras, { $count ->
    [one] una celda
   *[other] { $count } celdas
}
import-as-before = { $file }: leído como la última vez{ $decimal ->
    [none] {""}
   *[other] , con «{ $decimal }» ante los decimales
}
import-unknown-account = No hay ninguna cuenta «{ $name }» ({ $count ->
    [one] una celda
   *[other] { $count } celdas
}){ $nearest ->
    [none] {""}
   *[other] . Las más parecidas: { $nearest }
} · --create la crea
import-unknown-kpi = No hay ningún indicador «{ $name }»{ $account ->
    [none] {""}
   *[other] {" "}en { $account }
} ({ $count ->
    [one] una celda
   *[other] { $count } celdas
}){ $nearest ->
    [none] {""}
   *[other] . Los más parecidos: { $nearest }
} · --create lo crea
import-figures-ambiguous = Nada dice con qué empiezan los decimales en { $columns }: { $example } puede ser { $comma } o { $point }. Dilo: --decimal , o --decimal .
import-which-sheet = Hay cifras en varias hojas: { $sheets }. Di en cuál: --sheet NOMBRE
import-no-sheet = No hay ninguna hoja «{ $sheet }». Hay: { $sheets }
import-no-figures = Aquí no se entiende ninguna cifra; las columnas son: { $headers }. Di qué son: --map "Cabecera=account,Cabecera=kpi,Cabecera=period,Cabecera=value"
import-decimal-unreadable = «{ $text }» no es un signo decimal. Se acepta: , o .

# Opciones.
import-map-unreadable = «{ $text }» no asigna nada. Se acepta: Columna=campo, varias separadas por comas
import-map-field = No hay ningún campo «{ $text }» al que asignar. Se aceptan: los campos de account, person y membership, first_name, middle_name, last_name, company, ignore; de las cifras account, kpi, period, year, month, value, target, scenario, currency
import-map-header = Ningún fichero tiene una columna «{ $text }». Hay: { $headers }

# Registros rechazados.
import-choice-gone = Lo elegido ({ $kind } n.º { $id }) no está en la cartera
import-no-name = No tiene nombre
import-is-colleague = Esa dirección es de un colega
import-account-several = «{ $account }» puede ser más de una cuenta: { $candidates }
import-person-several = «{ $person }» puede ser más de una persona: { $candidates }
import-csv-headers = No se entiende ninguna columna ({ $headers }). Di qué son: --map "Columna=name,Columna=emails"
import-csv-kind = Las columnas valen tanto para personas como para cuentas. Di cuál: --kind person o --kind account
import-csv-unclosed = Aquí se abren unas comillas que no se cierran
import-csv-too-many = La fila tiene { $cells } celdas y la cabecera solo { $columns }
import-csv-column = Columna { $column }
import-vcard-cut = La tarjeta no tiene final: el fichero está cortado
import-vcard-headless = Hay líneas antes del principio de una tarjeta
import-vcard-group = Es una lista de contactos, no un contacto
import-vcard-unreadable = No se puede leer la tarjeta
import-json-record = El registro no es JSON legible
import-json-long = El registro ocupa más de 16 MB
import-json-broken = El documento está roto o cortado aquí; lo anterior se ha leído
import-json-section = No hay registros que se llamen «{ $text }»: { $count } sin leer

# Lo que conviene saber de un registro que sí se toma.
import-new-company = empresa nueva
import-at-record = { $of } «{ $name }»: { $said }
import-at = en { $account }
import-why-email = mismo correo
import-why-place = mismo nombre en la cuenta
import-why-phone = mismo nombre y teléfono
import-why-name = mismo nombre
import-why-chosen = elegido
import-why-uid = mismo registro
import-why-line = como en { $file }, línea { $line }
import-kept = { $field } es distinto y se queda como está
import-named-by-address = sin nombre: se toma de su dirección, { $text }
import-namesake = ya hay alguien con ese nombre en { $account }
import-namesake-alone = ya hay alguien con ese nombre en la cartera
import-no-place = { $field } sin usar: no hay empresa
import-link-unknown = { $field } sin usar: no se conoce «{ $text }»
import-birthday-year = cumpleaños sin año, no se toma: { $text }
import-birthday-unreadable = cumpleaños ilegible, no se toma: { $text }
import-json-field = { $field } sin usar: no encaja
import-json-unknown-field = { $field } sin usar: no existe ese campo
import-json-link = { $field } sin usar: lleva a un registro que no está
import-json-mute = Trata de un registro del libro del que viene
