# The adult services adapter.
# Build from the top folder: docker build -f ops/docker/adult-services.Dockerfile .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish agency-adapters/AdultServices -c Release -o /app -p:FullFeed=true -p:RestoreLockedMode=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Core dumps would hold what is sealed everywhere else.
ENV DOTNET_DbgEnableMiniDump=0
# Volumes that are mounted here for the first time take over this owner.
RUN mkdir -p /var/lib/mash && chown "$APP_UID" /var/lib/mash
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
ENTRYPOINT ["dotnet", "AdultServices.dll"]
