"""The command line, generated from the operating model in force. Start: `peoplezones.cli.main`.

Nothing heavy is imported before it is needed: `--help` opens no database and imports neither SQLAlchemy nor YAML,
rich or networkx.
"""
