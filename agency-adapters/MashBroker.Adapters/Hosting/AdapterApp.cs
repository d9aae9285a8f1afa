using MashBroker.Adapters.Inbox;
using MashBroker.Sealing;
using MashBroker.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters;

/// <summary>An adapter ready to run.</summary>
public sealed class AdapterApp : IAsyncDisposable
{
    /// <summary>The settings, the keys or the inbox are not usable; standard error says what is wrong with each.</summary>
    public const int CannotStart = 2;

    private readonly WebApplication _web;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal AdapterApp(WebApplication web) => _web = web;

    public IServiceProvider Services => _web.Services;

    /// <summary>Completes once it attends its lanes and answers on <see cref="Urls"/>.</summary>
    public Task Started => _started.Task;

    /// <summary>Addresses of the health endpoints, once it runs.</summary>
    public ICollection<string> Urls => _web.Urls;

    /// <summary>Runs until it is told to stop. Returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        try
        {
            CoreDumps.SwitchOff();
            // Before anything is made of the settings: what is made first would tell of its own alone.
            _web.Services.GetService<IStartupValidator>()?.Validate();
            await _web.StartAsync(cancellation);
        }
        catch (Exception exception) when (WhatToPutRight(exception) is { Count: > 0 } faults)
        {
            await Console.Error.WriteLineAsync("The adapter cannot start:");
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync($"- {fault}");
            }

            return CannotStart;
        }

        _started.TrySetResult();
        await _web.WaitForShutdownAsync(cancellation);
        return 0;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static List<string> WhatToPutRight(Exception exception) =>
        exception switch
        {
            AggregateException several => [.. several.InnerExceptions.SelectMany(WhatToPutRight)],
            OptionsValidationException options => [.. options.Failures],
            KeyFolderException
            or VaultException
            or InboxUnusableException
            or System.ComponentModel.DataAnnotations.ValidationException => [exception.Message],
            _ => [],
        };
}
