# Hojas de cálculo que no se pueden leer.
sheet-password = La hoja de cálculo está protegida con contraseña: guárdala sin ella
sheet-too-large = La hoja de cálculo es demasiado grande: guarda en un fichero aparte la hoja que quieres
sheet-foreign = Este fichero comprimido no es una hoja de cálculo. Se acepta: XLSX, XLSM, XLS, ODS, CSV
sheet-broken = La hoja de cálculo está dañada o cortada: no se puede abrir ({ $error })
sheet-stumbled = La hoja de cálculo está dañada: no se puede leer
sheet-damaged = La hoja «{ $sheet }» está dañada a partir de la fila { $row } ({ $error })
