extension Example {
    static let dockerfile = read(
        "dockerfile",
        ##"""
        dockerfile.pipe-to-shell
        + RUN curl https://a.example | sh
        - RUN curl https://a.example -o a
        dockerfile.secret
        + ENV DB_PASSWORD=hunter2
        - ENV COLOUR=red
        dockerfile.insecure-download
        + RUN wget --no-check-certificate https://a.example
        - RUN wget https://a.example
        dockerfile.permissions
        + RUN chmod 777 /a
        - RUN chmod 755 /a
        dockerfile.add-remote
        + ADD https://a.example/b /b
        - ADD --checksum=sha256:0 https://a.example/b /b
        dockerfile.root
        + USER root
        - USER app
        dockerfile.latest
        + FROM a:latest
        - FROM a:1.2
        dockerfile.sudo
        + RUN echo "a ALL=(ALL) NOPASSWD:ALL" > /etc/sudoers.d/a
        - RUN echo a
        """##)
}
