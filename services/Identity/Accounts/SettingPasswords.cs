using Microsoft.AspNetCore.Identity;

namespace PilotRegistry.Identity;

public static class SettingPasswords
{
    /// <summary>Replaces the password and forgets failed tries.</summary>
    /// <exception cref="InvalidOperationException">Identity refused; the account may have changed meanwhile.</exception>
    public static async Task SetPasswordAsync(this UserManager<Account> users, Account account, string password)
    {
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        var outcome = await users.UpdateSecurityStampAsync(account);
        if (!outcome.Succeeded) throw new InvalidOperationException(outcome.ToString());
    }
}
