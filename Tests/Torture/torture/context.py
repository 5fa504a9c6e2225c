"""What a scenario is given."""
import os
import subprocess

from .server import Server


class Context:
    """A folder, the tool, chance, and how much to do. Everything started through it is ended with it."""

    def __init__(self, folder, pkpass, chance, rounds, seconds):
        self.folder, self.pkpass, self.chance, self.rounds, self.seconds = folder, pkpass, chance, rounds, seconds
        self.servers = []
        self.endings = []

    def server(self, name="server", **arguments):
        folder = os.path.join(self.folder, name)
        os.makedirs(folder, exist_ok=True)
        server = Server(folder, self.pkpass, **arguments)
        self.servers.append(server)
        return server

    def shim(self, name):
        """Builds a shim of Tests/Torture/shim."""
        source = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "shim", f"{name}.c")
        library = os.path.join(self.folder, f"{name}.so")
        if not os.path.exists(library):
            subprocess.run(
                ["cc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-pthread", "-o", library, source, "-ldl"],
                check=True,
            )
        return library

    def at_end(self, action):
        self.endings.append(action)

    def stop(self):
        for server in self.servers:
            server.kill()
        for action in reversed(self.endings):
            action()
