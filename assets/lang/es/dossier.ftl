# El derecho de acceso: todo lo que se guarda de una persona.
dossier-cli = Todo lo que se guarda de alguien: el derecho de acceso
dossier-cli-more = Registros que llevan a la persona, textos que la nombran, historial, borradores y copias. Puede tardar.
dossier-title = Todo lo que se guarda de { $name }
dossier-colleagues = Colegas que la conocen
dossier-mentions = Nombrada en otros textos
dossier-acts = Cambios
dossier-undone = (deshecho)
dossier-origin = sesión { $run }
dossier-drafts = Borradores
dossier-backups = Copias
