using MashBroker.Cli;

return await MashCommand.RunAsync(args);
