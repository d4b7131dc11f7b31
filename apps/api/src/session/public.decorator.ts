import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'patravali:public';

/** Open to anybody, signed in or not. Every other route is closed. */
export const Public = () => SetMetadata(PUBLIC, true);
