# The hub: worker, correlation service and web, by the command given.
# Build from the top folder: docker build -f ops/docker/mash.Dockerfile .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/MashBroker.Cli -c Release -o /app -p:FullFeed=true -p:RestoreLockedMode=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Core dumps would hold what is sealed everywhere else.
ENV DOTNET_DbgEnableMiniDump=0
# Volumes that are mounted here for the first time take over this owner.
RUN mkdir -p /var/lib/mash /trial && chown "$APP_UID" /var/lib/mash /trial
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
ENTRYPOINT ["dotnet", "mash.dll"]
