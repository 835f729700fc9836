type Lock = { packages?: Record<string, { version?: string; optional?: boolean; devOptional?: boolean }> };

export function isInstalled(lock: Lock | undefined, installed: Lock | undefined): boolean;
