# Built in three stages; what runs holds Python, the locked packages and this project, and nothing that builds.

FROM node:22.18.0-bookworm-slim AS node

FROM python:3.13.7-slim-bookworm AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /app
COPY requirements.txt .
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes --no-deps --only-binary :all: -r requirements.txt
COPY . .
RUN /venv/bin/python -m serving.collect && /venv/bin/python -m compileall -q -j 0 .

FROM python:3.13.7-slim-bookworm
COPY --from=build /venv /venv
COPY --from=build /app /app
ENV PATH=/venv/bin:/usr/local/bin:/usr/bin:/bin \
    HOME=/nonexistent \
    HOST=0.0.0.0 \
    PORT=8050 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
WORKDIR /app
USER 65534:65534
EXPOSE 8050
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "deploy/health_check.py"]
CMD ["gunicorn", "--preload", "--config", "deploy/gunicorn.conf.py", "app:server"]
