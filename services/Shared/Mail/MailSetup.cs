using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Mail;

/// <summary>A service that mails.</summary>
public static partial class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<Post>().AddSingleton<HealthNote>(p => new(p.GetRequiredService<Post>().State)).AddHostedService<SayAtStart>();
    }

    /// <summary>An operator reads in the log where mail goes, or that it goes nowhere.</summary>
    private sealed partial class SayAtStart(Post post, ILogger<Post> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (post.IsOn) LogOn(log, post.State);
            else LogOff(log, post.State);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(LogLevel.Information, "{State}")]
        private static partial void LogOn(ILogger log, string state);

        [LoggerMessage(LogLevel.Warning, "{State}")]
        private static partial void LogOff(ILogger log, string state);
    }
}
