# The buying centre: the strip above the people, and its document.
strip-threads = threads
strip-dependency = dependency
strip-coverage = coverage
strip-finds-out = { $key } writes down to find out
strip-shows = { $key } shows
strip-placeholder = { $role } of { $account }, not known yet
strip-find-out = Find out who the { $role } is at { $account }
strip-win-champion = Win a { $role } at { $account }
coverage-title = Buying centre
coverage-sought = to be found out
coverage-nobody = Nobody is known there yet.
coverage-cli = The buying centre: its places, who holds them, and how well they are known
coverage-cli-account = Of one account; without it each key account
coverage-cli-opportunity = Of one open opportunity
coverage-decided = { $name } is decided: its buying centre is no longer followed
coverage-axis = account or sale
