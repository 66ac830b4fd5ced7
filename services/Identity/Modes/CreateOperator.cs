using Microsoft.AspNetCore.Identity;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary><c>--create-operator NAME</c>: the first account of an installation; its random password is printed once.</summary>
public static class CreateOperator
{
    public static async Task RunAsync(IServiceProvider services, string name)
    {
        var password = Passwords.New();
        var outcome = await services.GetRequiredService<UserManager<Account>>().CreateAsync(new()
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            DisplayName = name,
            Role = Roles.Operator,
            OrganisationId = Organisations.Platform,
            Created = TimeProvider.System.GetUtcNow()
        }, password);
        if (!outcome.Succeeded) throw new InvalidOperationException(outcome.ToString());
        await Console.Out.WriteLineAsync($"{name} {password}");
    }
}
